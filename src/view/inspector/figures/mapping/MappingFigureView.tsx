import type { MappingFigure } from '../../../../projections/figures/mapping/shapes.ts';
import { AlarmFigure } from './AlarmFigure.tsx';
import { BehaviourFigure } from './BehaviourFigure.tsx';
import { FiltersFigure } from './FiltersFigure.tsx';
import { EnvironmentsFigure, PipeFigure, ValuesFigure } from './FunctionFigures.tsx';
import { LanesFigure } from './LanesFigure.tsx';
import { OnFailuresFigure } from './OnFailuresFigure.tsx';
import { PartialFigure } from './PartialFigure.tsx';
import { ReadersFigure } from './ReadersFigure.tsx';
import { RulesFigure } from './RulesFigure.tsx';
import { SplitFigure } from './SplitFigure.tsx';
import { WindowsFigure } from './WindowsFigure.tsx';
import './mappingFigures.css';

/** A figure of a mapping, function, pipe, alarm or destination. */
export function MappingFigureView({ figure }: { figure: MappingFigure }) {
  switch (figure.kind) {
    case 'readers':
      return <ReadersFigure readers={figure} />;
    case 'splitTree':
      return <SplitFigure tree={figure} />;
    case 'partialFailure':
      return <PartialFigure partial={figure} />;
    case 'lanes':
      return <LanesFigure lanes={figure} />;
    case 'filters':
      return <FiltersFigure filters={figure} />;
    case 'windows':
      return <WindowsFigure windows={figure} />;
    case 'environments':
      return <EnvironmentsFigure figure={figure} />;
    case 'pipe':
      return <PipeFigure pipe={figure} />;
    case 'values':
      return <ValuesFigure values={figure} />;
    case 'alarm':
      return <AlarmFigure alarm={figure} />;
    case 'onFailures':
      return <OnFailuresFigure figure={figure} />;
    case 'busRules':
      return <RulesFigure rules={figure} />;
    case 'behaviour':
      return <BehaviourFigure figure={figure} />;
  }
}
