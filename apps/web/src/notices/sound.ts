import { useSyncExternalStore } from 'react';

const KEY = 'tokenholic.sound';
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false; // private windows may forbid storage
  }
}

let on = stored();
let audio: AudioContext | null = null;

/** Browsers let a page be heard only after somebody touched it: from then on it may ring. */
function unlock(): void {
  if (!on) return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') audio.resume().catch(() => {}); // the browser says no; the notice is seen all the same
}
for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, unlock);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether critical notifications may be heard; off until the person switches it on. */
export const useSoundOn = () => useSyncExternalStore(subscribe, () => on);

export function setSoundOn(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(KEY, next ? 'on' : 'off');
  } catch {
    // Holds as long as the page.
  }
  for (const listener of listeners) listener();
  unlock();
  if (next) ring();
}

/** Two short tones, made here: no file to load. Silent where the browser does not allow sound yet. */
export function ring(): void {
  if (!on || audio === null || audio.state === 'closed') return;
  for (const [index, pitch] of [880, 660].entries()) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + index * 0.18;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.12, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.16);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.16);
  }
}
