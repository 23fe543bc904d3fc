import type { ItemList } from '../../../projections/figures/figure.ts';
import { labActions } from '../../../runtime/page/useLab.ts';
import { itemColour } from '../../theme/itemColour.ts';
import { figureWords as words } from '../../words/figures.ts';

/** Items that share a fate, each a way to itself. */
export function ItemListFigure({ list }: { list: ItemList }) {
  return (
    <ul className={`item-list is-${list.list}`}>
      {list.items.map(({ item, label, note }) => (
        <li key={item} style={{ color: itemColour(item) }}>
          <span className="item-square" aria-hidden="true" />
          <button
            type="button"
            className="link mono"
            onClick={() => labActions.select({ kind: 'item', item })}
          >
            {label}
          </button>
          {note !== '' && <span className="muted">{note}</span>}
        </li>
      ))}
      {list.more > 0 && <li className="muted">{words.moreAttributes(list.more)}</li>}
    </ul>
  );
}
