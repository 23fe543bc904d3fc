import { useId } from 'react';
import type { Figure } from '../../../projections/figures/figure.ts';
import { DifferenceFigure } from './DifferenceFigure.tsx';
import { FamilyFigure } from './FamilyFigure.tsx';
import { ItemListFigure } from './ItemListFigure.tsx';
import { IteratorsFigure } from './IteratorsFigure.tsx';
import { MappingFigureView } from './mapping/MappingFigureView.tsx';
import { RingFigure } from './RingFigure.tsx';
import { TransactionFigure } from './TransactionFigure.tsx';
import { ViewsFigure } from './ViewsFigure.tsx';
import './figures.css';
import './lists.css';

/** The figures of what is inspected, each with a caption that says what it shows. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return figures.map((figure) => <FigureView key={figure.title} figure={figure} />);
}

function FigureView({ figure }: { figure: Figure }) {
  const id = useId();
  return (
    <figure className="figure" aria-labelledby={id}>
      <h3 className="kicker" id={id}>
        {figure.title}
      </h3>
      {drawn(figure)}
      <figcaption className="muted">{figure.text}</figcaption>
    </figure>
  );
}

function drawn(figure: Figure) {
  switch (figure.kind) {
    case 'hashRing':
      return <RingFigure ring={figure} />;
    case 'shardFamily':
      return <FamilyFigure family={figure} />;
    case 'recordViews':
      return <ViewsFigure views={figure} />;
    case 'imageDifference':
      return <DifferenceFigure difference={figure} />;
    case 'transaction':
      return <TransactionFigure transaction={figure} />;
    case 'iterators':
      return <IteratorsFigure iterators={figure} />;
    case 'itemList':
      return <ItemListFigure list={figure} />;
    default:
      return <MappingFigureView figure={figure} />;
  }
}
