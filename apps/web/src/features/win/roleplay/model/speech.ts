import type { Language } from '@tokenholic/contracts';
import { useEffect, useRef, useState } from 'react';

// The browser's own speech. TypeScript does not know recognition yet: only what is used of it is described here.
interface Recognition {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  start(): void;
  stop(): void;
}
type RecognitionMaker = new () => Recognition;
declare global {
  interface Window {
    SpeechRecognition?: RecognitionMaker;
    webkitSpeechRecognition?: RecognitionMaker;
  }
}

const TAGS = { zh: 'zh-CN', en: 'en-US' } as const;
const maker = (): RecognitionMaker | undefined => window.SpeechRecognition ?? window.webkitSpeechRecognition;

export interface Listening {
  active: boolean;
  toggle: () => void;
}

/** Speech to text by the browser; null where it cannot. `heard` gets all that was said since listening began. */
export function useListening(language: Language, heard: (text: string) => void): Listening | null {
  const [active, setActive] = useState(false);
  const running = useRef<Recognition | null>(null);
  useEffect(() => () => running.current?.stop(), []);
  const Maker = maker();
  if (Maker === undefined) return null;
  const toggle = () => {
    if (running.current !== null) {
      running.current.stop();
      return;
    }
    const recognition = new Maker();
    const over = () => {
      running.current = null;
      setActive(false);
    };
    Object.assign(recognition, { lang: TAGS[language], interimResults: true, continuous: true });
    recognition.onresult = ({ results }) =>
      heard(Array.from(results, (result) => result[0]?.transcript ?? '').join(''));
    recognition.onend = over;
    recognition.onerror = over;
    running.current = recognition;
    setActive(true);
    recognition.start();
  };
  return { active, toggle };
}

/** Text to speech by the browser; null where it cannot or has no voice. */
export function useSpeaking(language: Language): ((text: string) => void) | null {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const { speechSynthesis } = window;
    if (speechSynthesis === undefined) return undefined;
    const look = () => setReady(speechSynthesis.getVoices().some(({ lang }) => lang.startsWith(language)));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look);
      speechSynthesis.cancel();
    };
  }, [language]);
  if (!ready) return null;
  return (text) => {
    const words = new SpeechSynthesisUtterance(text);
    words.lang = TAGS[language];
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(words);
  };
}
