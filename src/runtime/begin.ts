/**
 * The lab page's first script: the worker is fetched and made ready while everything else still is, on a core of
 * its own.
 */
import { beginSession } from './session/sessionWorker.ts';

beginSession();
