/** Signals that must not end Galley. */

/**
 * A write beyond a limit on the size of files fails with EFBIG, which is handled as a full disk; Node ignores the signal
 * that comes along. when-exit, which conf writes the settings by, listens to it and would end the process: it may not.
 */
export function surviveFileLimits(): void {
  if (process.platform === 'win32') return; // knows no such signal
  process.removeAllListeners('SIGXFSZ');
  process.on('SIGXFSZ', () => undefined);
}
