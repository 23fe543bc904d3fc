import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import { onPageDue, onScanDue, startPollers } from './scan.ts';

/** Scans that look for changes by a watermark. */
export const service: Service = {
  handlers: {
    [EventKind.scanDue]: onScanDue,
    [EventKind.pageDue]: onPageDue,
  },
  start: startPollers,
};
