import { useState } from 'react';
import { type Lane, offeredLanes } from '../../../lab/lanes/lane.ts';
import { laneName } from './laneNames.ts';
import { useLanes } from './laneStore.ts';

/** A list of every way that the lab offers; choosing one does something and shows the list anew. */
export function OfferedLanes(props: {
  className: string;
  label: string;
  placeholder: string;
  onChoose: (lane: Lane) => void;
}) {
  const log = useLanes((lanes) => lanes.log);
  const table = useLanes((lanes) => lanes.table);
  const [key, setKey] = useState(0);
  if (!log) return null;
  const offered = offeredLanes(log.definition, table);
  return (
    <select
      key={key}
      className={props.className}
      aria-label={props.label}
      defaultValue=""
      onChange={(event) => {
        const chosen = offered.find(({ word }) => word === event.target.value);
        if (chosen) props.onChoose(chosen);
        setKey(key + 1);
      }}
    >
      <option value="">{props.placeholder}</option>
      {offered.map(({ word }) => (
        <option key={word} value={word}>
          {laneName(word)}
        </option>
      ))}
    </select>
  );
}
