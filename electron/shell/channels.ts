/** The two channels between preload script and main process. */
export const CALL_CHANNEL = 'galley:call';
export const EVENT_CHANNEL = 'galley:event';
