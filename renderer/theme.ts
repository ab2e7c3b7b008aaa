// Mantine spoken in our tokens (tokens.css), so that its parts and ours share one palette.
// H1 sizes, radii and colours are those of the tokens; nothing is set on a single component.

import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Ten shades from one line of colours. */
const shades = (line: string): MantineColorsTuple =>
  line.split(' ').map((hex) => `#${hex}`) as unknown as MantineColorsTuple;

const cobalt = shades('ebeffc d5defa b6c3f3 8fa3ec 6d86e5 5a76e2 4b69e2 3a5ad4 2c4fc7 2442ab');
const stone = shades('faf9f7 f5f4f1 eceae5 e5e2dc cbc7be a29d93 928d83 69655d 55524b 1c1b19');
const graphite = shades('ececef b0b2ba 9799a3 6f737e 3c3f47 2a2c32 1a1b1f 1a1b1f 15161a 111214');

const small = { defaultProps: { size: 'xs' } };

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  colors: { cobalt, gray: stone, dark: graphite },
  primaryColor: 'cobalt',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '16px', xl: '22px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    TextInput: small,
    NumberInput: { defaultProps: { size: 'xs', hideControls: true } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, checkIconPosition: 'right' } },
    MultiSelect: small,
    TagsInput: small,
    Textarea: small,
    FileInput: small,
    SegmentedControl: small,
    Switch: small,
    Checkbox: small,
    Menu: { defaultProps: { shadow: 'none', radius: 'md', withinPortal: true } },
    Popover: { defaultProps: { shadow: 'none', radius: 'md', withinPortal: true } },
    // The page never scrolls as a whole, so there is nothing to lock (and no style tag to write).
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 'lg',
        padding: 0,
        // The head of a dialog is no second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, multiline: true, maw: 320 } },
  },
});

/** Mantine's own variables point at our tokens (H1). */
export const resolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--canvas)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-2)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--fail-text)',
  },
  light: {},
  dark: {},
});
