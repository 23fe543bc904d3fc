import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** A button that unfolds a small panel below (or above) itself; Escape and a click elsewhere fold it. */
export function Menu(props: {
  /** What the button shows. */
  label: ReactNode;
  /** What the button is called, where what it shows is no name. */
  name?: string;
  className?: string;
  align?: 'start' | 'center' | 'end';
  upwards?: boolean;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape folds whatever has the focus inside
    <div
      ref={root}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        close();
      }}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (next === null || root.current?.contains(next)) return;
        // Safari gives the focus not to a button that is pressed, but to what holds it.
        if (!next.contains(root.current)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={props.className ?? 'menu-button'}
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={props.name}
        title={props.name}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      <div
        id={panelId}
        hidden={!open}
        className={`menu-panel menu-${props.align ?? 'start'}${props.upwards === true ? ' menu-upwards' : ''}`}
      >
        {open && props.children(close)}
      </div>
    </div>
  );
}
