/** The system's own dialogs for files. Titles come from the locales; what a person chose goes to the desk as paths. */
import { BrowserWindow, dialog } from 'electron';

/** Asks for issue files; their absolute paths, none when the person thought better of it. */
export async function askForIssues(title: string): Promise<readonly string[]> {
  const options = { title, properties: ['openFile' as const, 'multiSelections' as const] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}

/** Asks where to write, with a path to begin with; null when the person thought better of it. */
export async function askForTarget(title: string, suggested: string): Promise<string | null> {
  const options = { title, defaultPath: suggested, properties: ['showOverwriteConfirmation' as const] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

/** Asks for a picture of an issue; its absolute path, null when the person thought better of it. */
export async function askForPicture(title: string): Promise<string | null> {
  const filters = [{ name: title, extensions: ['png', 'jpg', 'jpeg', 'webp', 'gif', 'pdf'] }];
  const options = { title, properties: ['openFile' as const], filters };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for a folder; its absolute path, null when the person thought better of it. */
export async function askForFolder(title: string): Promise<string | null> {
  const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
