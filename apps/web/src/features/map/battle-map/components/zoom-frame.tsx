import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';

const LARGEST = 5;
const STEP = 1.3;
const limited = (zoom: number) => Math.min(LARGEST, Math.max(1, zoom));

interface Anchor {
  /** Place of the pointer on the board as a part of its size, and in the window of the frame. */
  part: { x: number; y: number };
  at: { x: number; y: number };
}

/**
 * A window on a picture that can be made larger: by buttons, by Ctrl and wheel, by pinching. The picture is laid out anew at
 * each size rather than stretched, so that tiles which were too small for words get theirs. What is under the pointer stays there.
 */
export function ZoomFrame({ children }: { children: (zoom: number) => ReactNode }) {
  const { t } = useTranslation('map');
  const frame = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  const [zoom, setZoom] = useState(1);
  const zoomBy = useCallback((factor: number, point?: { clientX: number; clientY: number }) => {
    const element = frame.current;
    if (element !== null) anchor.current = anchorAt(element, point);
    setZoom((current) => limited(current * factor));
  }, []);
  useLayoutEffect(() => {
    const [element, kept] = [frame.current, anchor.current];
    if (element === null || kept === null || zoom < 1) return;
    element.scrollLeft = kept.part.x * element.scrollWidth - kept.at.x;
    element.scrollTop = kept.part.y * element.scrollHeight - kept.at.y;
  }, [zoom]);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      // A pinch on a touchpad arrives as a wheel with Ctrl held.
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 240), event);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [zoomBy]);
  return (
    <div className="grid gap-1">
      <div
        ref={frame}
        data-zoomed={zoom > 1}
        className={`overflow-x-auto pb-2 ${zoom > 1 ? 'max-h-[70dvh] overflow-y-auto' : 'overflow-y-hidden'}`}
      >
        {children(zoom)}
      </div>
      <div className="app-chrome ml-auto flex w-fit rounded-control border border-line bg-surface max-md:hidden">
        <Button
          size="icon"
          variant="ghost"
          aria-label={t('zoom.out')}
          title={t('zoom.out')}
          disabled={zoom <= 1}
          onClick={() => zoomBy(1 / STEP)}
        >
          <Minus className="size-4" />
        </Button>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t('zoom.fit')}
          title={t('zoom.fit')}
          disabled={zoom === 1}
          onClick={() => setZoom(1)}
        >
          <Maximize className="size-4" />
        </Button>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t('zoom.in')}
          title={t('zoom.in')}
          disabled={zoom >= LARGEST}
          onClick={() => zoomBy(STEP)}
        >
          <Plus className="size-4" />
        </Button>
      </div>
    </div>
  );
}

function anchorAt(element: HTMLElement, point: { clientX: number; clientY: number } | undefined): Anchor {
  const box = element.getBoundingClientRect();
  const at =
    point === undefined
      ? { x: box.width / 2, y: box.height / 2 }
      : { x: point.clientX - box.left, y: point.clientY - box.top };
  return {
    at,
    part: {
      x: (element.scrollLeft + at.x) / element.scrollWidth,
      y: (element.scrollTop + at.y) / element.scrollHeight,
    },
  };
}
