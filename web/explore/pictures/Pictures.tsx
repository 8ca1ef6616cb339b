import { type ComponentType, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../pages/NotFound.tsx';
import OverviewPage from './OverviewPage.tsx';
import { PICTURES, type PictureName } from './all.ts';

const PAGES: Record<PictureName, ComponentType> = {
  'meetings-per-year': lazy(() => import('./meetings-per-year/MeetingsPerYearPage.tsx')),
  levels: lazy(() => import('./levels/LevelsPage.tsx')),
  matrix: lazy(() => import('./matrix/MatrixPage.tsx')),
  network: lazy(() => import('./network/NetworkPage.tsx')),
  way: lazy(() => import('./way/WayPage.tsx')),
  most: lazy(() => import('./most/MostPage.tsx')),
  map: lazy(() => import('./map/MapPage.tsx')),
};

/** The pictures, each at its address; each is loaded when it is asked for. */
export default function Pictures() {
  return (
    <Switch>
      <Route path="/explore/pictures" component={OverviewPage} />
      <Route path="/explore/pictures/:name">
        {({ name }) => {
          if (!(name in PICTURES)) return <NotFound what="picture" sought={name} />;
          const View = PAGES[name as PictureName];
          return <View />;
        }}
      </Route>
    </Switch>
  );
}
