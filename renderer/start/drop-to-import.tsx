// A file dropped anywhere on the window is imported; while it is held over it, that is said.
// DI1 only files from outside count: what is dragged inside the page goes where it always goes.
// DI2 where a dialog is open the drop belongs to it, and a file that misses a field is not opened
//     by the browser instead of this page.

import { FileDown } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../words.ts';
import { importFiles } from './use-import.ts';
import './start.css';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true; // DI1
const isDialogOpen = (): boolean => document.querySelector('[role=dialog]') !== null; // DI2

export function DropToImport(): ReactNode {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer && isDialogOpen()) event.dataTransfer.dropEffect = 'none';
      setOver(!isDialogOpen());
    };
    const left = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (!isDialogOpen()) void importFiles([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', left);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', left);
      removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-veil">
      <output className="drop-box">
        <FileDown size={20} aria-hidden />
        <b>{t('import.drop')}</b>
        <span>{t('import.drop.line')}</span>
      </output>
    </div>
  );
}
