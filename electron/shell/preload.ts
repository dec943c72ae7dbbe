/**
 * The only code of ours that runs beside the page with a way out of the sandbox. It puts `window.galley` there: a way to
 * call and a way to listen, two functions on two fixed channels. Nothing of Electron reaches the page, no event object.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge, EventMessage } from '../../shared/contract/wire.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke(CALL_CHANNEL, name, args),
  on(listener) {
    const own = (_event: IpcRendererEvent, message: EventMessage) => listener(message);
    ipcRenderer.on(EVENT_CHANNEL, own);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, own);
  },
};

contextBridge.exposeInMainWorld('galley', bridge);
