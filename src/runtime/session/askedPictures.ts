/** The real projections that tell what somebody asks. They are half of what a session could load: none is in its first file. */
import { measures } from '../../lessons/measures.ts';
import { codeView } from '../../projections/codeView.ts';
import { documentSearch } from '../../projections/documentSearch.ts';
import { inspect } from '../../projections/inspect/inspect.ts';
import { report } from '../../projections/report/report.ts';
import { storySteps } from '../../projections/storyboard.ts';
import { tellLife } from '../../projections/why/lifeTold.ts';
import { whyOf } from '../../projections/why/whyOf.ts';
import type { AskedPictures } from './pictures.ts';

export const askedPictures: AskedPictures = {
  inspect,
  story: storySteps,
  report,
  measures,
  why: whyOf,
  life: tellLife,
  code: codeView,
  search: documentSearch,
};
