import { useMemo, useState } from 'react';
import { NameBox } from '../parts/NameBox.tsx';
import { useFound } from '../parts/FoundSetting.tsx';
import { findNodes } from './find.ts';
import type { NetworkSettings } from './network-settings.ts';
import type { Drawing } from './picture.ts';

const SHOWN = 8;
/** Of those that the search finds in another script or by another name, few may be drawn. */
const SEARCHED = 30;

/** Finds somebody who is drawn, by a part of the name as it is written here, else by any name, in any script. */
export function FindNode({
  drawing: { nodes },
  type,
  onFind,
}: {
  drawing: Drawing;
  type: NetworkSettings['nodes'];
  onFind: (place: number) => void;
}) {
  const [text, setText] = useState('');
  const { found, isSearching } = useFound(text, [type], SEARCHED);
  const here = useMemo(() => findNodes(nodes, text, found).slice(0, SHOWN), [nodes, text, found]);
  return (
    <NameBox
      label="Find in the picture"
      text={text}
      onText={setText}
      found={here}
      isSearching={isSearching && here.length === 0}
      nothing="Nobody of this name is in the picture."
      onTake={(key) => onFind(nodes.findIndex((node) => node.key === key))}
    />
  );
}
