/** What an act did, why one was refused, what went wrong: shown for a while, and announced. */
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { useDesk } from '../store/index.ts';
import type { Message } from '../store/state.ts';

/** How long words stand, in ms; problems stay until the next message. */
const STAND = 6000;

export function Messages() {
  const { sentence } = useWords();
  const message = useDesk((state) => state.message);
  const [gone, setGone] = useState<Message | null>(null);
  useEffect(() => {
    if (!message || message.tone === 'problem') return;
    const timer = window.setTimeout(() => setGone(message), STAND);
    return () => window.clearTimeout(timer);
  }, [message]);
  const words = message ? sentence(message) : '';
  const isShown = message !== null && message !== gone;
  const isProblem = message?.tone === 'problem';
  return (
    <>
      <p className="message" data-tone={message?.tone} data-shown={isShown || undefined} aria-hidden="true">
        {words}
      </p>
      {/* Announced from here, where words do not vanish while they are read. */}
      <p
        className="sr-only"
        data-announcement=""
        {...(isProblem ? { role: 'alert' } : { 'aria-live': 'polite' as const })}
      >
        {/* The number makes equal words twice in a row a change, so that they are read twice. */}
        <span key={message?.number}>{words}</span>
      </p>
    </>
  );
}
