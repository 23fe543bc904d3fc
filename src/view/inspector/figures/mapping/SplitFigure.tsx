import type { SplitNode, SplitTree } from '../../../../projections/figures/mapping/shapes.ts';
import { labActions } from '../../../../runtime/page/useLab.ts';
import { MarkGlyph } from '../../../parts/MarkGlyph.tsx';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';

/** Height of a generation of halves, pixels. */
const ROW = 30;

/** The batch on top, its halves below it, down to the record that stands alone. */
export function SplitFigure({ tree }: { tree: SplitTree }) {
  const alone = tree.nodes.filter((node) => node.alone !== null);
  return (
    <>
      <ol className="split" style={{ height: (tree.depth + 1) * ROW }} aria-label={tree.title}>
        {tree.nodes.map((node) => (
          <Node key={`${node.depth} ${node.first}`} node={node} />
        ))}
      </ol>
      <ul className="split-alone">
        {alone.map((node) => (
          <li key={node.first}>
            <button
              type="button"
              className="mark-button"
              onClick={() => labActions.select({ kind: 'record', change: node.alone!.change })}
            >
              <MarkGlyph mark={{ ...node.alone!, label: '' }} title="" size={18} />
              <span>{words.standsAlone(node.alone!.label)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="split-legend" aria-hidden="true">
        {words.splitLegend.map(([state, name]) => (
          <li key={state}>
            <span className={`split-key split-${state}`} /> {name}
          </li>
        ))}
      </ul>
    </>
  );
}

function Node({ node }: { node: SplitNode }) {
  const width = node.to - node.from;
  return (
    <li
      className={`split-node split-${node.state}${node.alone ? ' is-alone' : ''}`}
      style={{
        left: `min(${node.from * 100}%, 100% - 12px)`,
        width: `max(10px, ${width * 100}% - 3px)`,
        top: node.depth * ROW,
      }}
      title={node.says}
    >
      <span className="visually-hidden">{words.level(node.depth, node.says)}</span>
      {width > 0.05 && <span aria-hidden="true">{node.records}</span>}
    </li>
  );
}
