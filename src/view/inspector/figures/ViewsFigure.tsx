import { useState } from 'react';
import type { RecordViews } from '../../../projections/figures/figure.ts';
import { JsonTree } from '../../parts/JsonTree.tsx';
import { figureWords as words } from '../../words/figures.ts';

/** The four view types of one change, side by side; of the one that is chosen, the JSON. */
export function ViewsFigure({ views }: { views: RecordViews }) {
  const [chosen, setChosen] = useState(views.own ?? 'NEW_AND_OLD_IMAGES');
  const shown = views.views.find(({ viewType }) => viewType === chosen);
  return (
    <>
      <table className="views">
        <thead>
          <tr>
            <th scope="col">{words.viewType}</th>
            <th scope="col">{words.parts.keys}</th>
            <th scope="col">{words.parts.oldImage}</th>
            <th scope="col">{words.parts.newImage}</th>
            <th scope="col">{words.parts.sizeBytes}</th>
          </tr>
        </thead>
        <tbody>
          {views.views.map(({ viewType, keys, oldImage, newImage, sizeBytes }) => (
            <tr key={viewType} className={viewType === chosen ? 'is-chosen' : ''}>
              <th scope="row">
                <button
                  type="button"
                  className="link mono"
                  aria-pressed={viewType === chosen}
                  aria-label={words.showJson(viewType)}
                  onClick={() => setChosen(viewType)}
                >
                  {viewType.replaceAll('_', '_\u200b')}
                </button>
                {viewType === views.own && <span className="views-own">{words.ownView}</span>}
              </th>
              <Part bytes={keys} />
              <Part bytes={oldImage} />
              <Part bytes={newImage} />
              <td className="views-size">{sizeBytes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== undefined && <JsonTree json={shown.json} label={shown.viewType} />}
    </>
  );
}

function Part({ bytes }: { bytes: number | null }) {
  return (
    <td className={bytes === null ? 'views-absent' : 'views-part'}>
      {bytes ?? <span className="visually-hidden">{words.absent}</span>}
    </td>
  );
}
