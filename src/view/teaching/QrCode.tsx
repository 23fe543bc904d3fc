import { useEffect, useState } from 'react';
import { teachingWords as words } from '../words/teaching.ts';
import { type QrPath, qrPath } from './qrPath.ts';

/** A link as a QR code, black on white in any theme. Fills its parent. */
export function QrCode({ link }: { link: string }) {
  const [code, setCode] = useState<QrPath | null>(null);
  useEffect(() => {
    let isWanted = true;
    void qrPath(link).then((made) => isWanted && setCode(made));
    return () => {
      isWanted = false;
    };
  }, [link]);
  if (code === null) return null;
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={words.codeOf(link)}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.d} fill="#000" />
    </svg>
  );
}
