/** Files dropped on the window: the browser would leave the desk for them. They are refused, with the way to open them. */
import { useEffect } from 'react';
import { desk } from '../store/index.ts';
import { droppedWords } from './drops.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Only what is let in is dropped at all; without it the browser says nothing. */
function onDragOver(event: DragEvent): void {
  if (holdsFiles(event)) event.preventDefault();
}

function onDrop(event: DragEvent): void {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  event.stopPropagation();
  const names = [...(event.dataTransfer?.files ?? [])].map(({ name }) => name);
  const { app } = desk.store.getState();
  desk.say('refused', droppedWords(names, app?.canPick ?? false));
}

export function useDrops(): void {
  useEffect(() => {
    // Before the editor and the lists, whose own drags hold no files.
    window.addEventListener('dragover', onDragOver, true);
    window.addEventListener('drop', onDrop, true);
    return () => {
      window.removeEventListener('dragover', onDragOver, true);
      window.removeEventListener('drop', onDrop, true);
    };
  }, []);
}
