/** The real source of labs. */
import type { LabSource } from './labSource.ts';

export const readAnyLab: LabSource = async () => ({ ok: false, error: 'Labs are not there yet.' });
