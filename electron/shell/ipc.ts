/** The desk over Electron's IPC: one channel for calls, one for events. */
import { BrowserWindow, ipcMain } from 'electron';
import type { DeskService } from '../../shared/contract/contract.ts';
import { answer, type Emit, type EventMessage, type Reply } from '../../shared/contract/wire.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';
import { isOurFrame } from './security.ts';

const NOT_OUR_PAGE: Reply = { ok: false, problem: { key: 'bad request', detail: 'not our page' } };

/** Answers calls of our page's top frame; any other sender is told nothing. */
export function serveCalls(service: DeskService): void {
  ipcMain.handle(CALL_CHANNEL, (event, call: unknown, args: unknown) =>
    isOurFrame(event.senderFrame) ? answer(service, call, args) : NOT_OUR_PAGE,
  );
}

/** To every window that is still there. */
export const emitToWindows: Emit = (event, data) => {
  for (const window of BrowserWindow.getAllWindows())
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, { event, data } as EventMessage);
};
