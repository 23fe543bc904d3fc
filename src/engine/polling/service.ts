import { EventKind } from '../kernel/eventKind.ts';
import type { Service } from '../services.ts';
import { onExportEnds } from './export.ts';
import { startPollers } from './poll.ts';
import { onPageDue, onScanDue } from './scan.ts';

/** Scans that look for changes by a watermark, and exports. */
export const service: Service = {
  handlers: {
    [EventKind.scanDue]: onScanDue,
    [EventKind.pageDue]: onPageDue,
    [EventKind.exportEnds]: onExportEnds,
  },
  start: startPollers,
};
