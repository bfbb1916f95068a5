import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { LARGEST } from '../model/magnified';
import { followPinch } from '../model/pinch';
import { createZoom, type Zoom } from '../model/zoom';

const STEP = 1.3;
/** Room for the focus ring and the scroll bar below the picture, px. */
const EDGE = 8;

/**
 * A window on a picture that can be made larger: by buttons, by Ctrl and wheel, by two fingers. While it grows the picture is one
 * stretched layer, which costs no layout; once the hand rests it is laid out anew, so that tiles which were too small for words
 * get theirs. What is under the pointer stays there.
 */
export function ZoomFrame({
  height,
  children,
}: {
  /** Of the picture at its plain size; the window keeps it. */
  height: number;
  children: (zoom: number) => ReactNode;
}) {
  const { t } = useTranslation('map');
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const zoom = useRef<Zoom | null>(null);
  const [laid, setLaid] = useState(1);
  useEffect(() => {
    const [window, picture] = [frame.current, layer.current];
    if (window === null || picture === null) return;
    const made = createZoom(window, picture, setLaid);
    zoom.current = made;
    const onWheel = (event: WheelEvent) => {
      // A pinch on a touchpad arrives as a wheel with Ctrl held.
      if (!event.ctrlKey) return;
      event.preventDefault();
      made.by(Math.exp(-event.deltaY / 240), event);
    };
    window.addEventListener('wheel', onWheel, { passive: false });
    const endPinch = followPinch(window, made);
    return () => {
      window.removeEventListener('wheel', onWheel);
      endPinch();
      made.end();
    };
  }, []);
  useLayoutEffect(() => zoom.current?.laidOut(laid), [laid]);
  const step = (factor: number) => () => zoom.current?.by(factor);
  return (
    <div className="grid gap-1">
      <div
        ref={frame}
        data-zoomed={laid > 1}
        className={`touch-pan-x touch-pan-y overflow-x-auto ${laid > 1 ? 'overflow-y-auto' : 'overflow-y-hidden'}`}
        style={{ height: height + EDGE }}
      >
        <div className="w-fit overflow-clip">
          <div ref={layer} className="origin-top-left will-change-transform">
            {children(laid)}
          </div>
        </div>
      </div>
      <div className="app-chrome ml-auto flex w-fit rounded-control border border-line bg-surface max-md:order-first">
        <Button
          size="icon"
          variant="ghost"
          className="max-md:size-11"
          aria-label={t('zoom.out')}
          title={t('zoom.out')}
          disabled={laid <= 1}
          onClick={step(1 / STEP)}
        >
          <Minus className="size-4" />
        </Button>
        <Button
          size="icon"
          variant="ghost"
          className="max-md:size-11"
          aria-label={t('zoom.fit')}
          title={t('zoom.fit')}
          disabled={laid === 1}
          onClick={step(1 / LARGEST)}
        >
          <Maximize className="size-4" />
        </Button>
        <Button
          size="icon"
          variant="ghost"
          className="max-md:size-11"
          aria-label={t('zoom.in')}
          title={t('zoom.in')}
          disabled={laid >= LARGEST}
          onClick={step(STEP)}
        >
          <Plus className="size-4" />
        </Button>
      </div>
    </div>
  );
}
