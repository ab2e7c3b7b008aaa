// English words of the desktop shell: its menu, and the two boxes it may have to show.

export const shell: Record<string, string> = {
  'shell.trouble': 'Interlock cannot go on',
  'shell.broken':
    'The part of Interlock that does the work broke several times within a minute, so Interlock closes. What was recorded is safe and goes on at the next start. Report it if it happens again.',
  'shell.menu.file': 'File',
  'shell.menu.quit': 'End Interlock',
  'shell.menu.edit': 'Edit',
  'shell.menu.undo': 'Undo',
  'shell.menu.redo': 'Redo',
  'shell.menu.cut': 'Cut',
  'shell.menu.copy': 'Copy',
  'shell.menu.paste': 'Paste',
  'shell.menu.selectAll': 'Select all',
  'shell.menu.view': 'View',
  'shell.menu.reload': 'Load again',
  'shell.menu.resetZoom': 'Actual size',
  'shell.menu.zoomIn': 'Larger',
  'shell.menu.zoomOut': 'Smaller',
  'shell.menu.togglefullscreen': 'Full screen',
  'shell.menu.toggleDevTools': 'Developer tools',
  'shell.menu.window': 'Window',
  'shell.menu.minimize': 'Minimize',
  'shell.menu.close': 'Close window',
};
