/// <reference lib="dom" />
import { Suspense, lazy, useState } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { type PageName, pagePathOfKey, refOf } from './address.ts';
import { LanguageContext, type ReadersLanguage, preferredLanguage, rememberLanguage } from './languages.ts';
import MeetingList from './lists/MeetingList.tsx';
import {
  CountryList,
  DocumentList,
  OfficialList,
  OrganizationList,
  PlaceList,
  PostList,
  StatementList,
} from './lists/OtherLists.tsx';
import ClaimPage from './pages/ClaimPage.tsx';
import CountryPage from './pages/CountryPage.tsx';
import DevelopmentPage from './pages/DevelopmentPage.tsx';
import DocumentPage from './pages/DocumentPage.tsx';
import HomePage from './pages/HomePage.tsx';
import MeetingPage from './pages/MeetingPage.tsx';
import { NotFound } from './pages/NotFound.tsx';
import OfficialPage from './pages/OfficialPage.tsx';
import OrganizationPage from './pages/OrganizationPage.tsx';
import PlacePage from './pages/PlacePage.tsx';
import PostPage from './pages/PostPage.tsx';
import SearchPage from './pages/SearchPage.tsx';
import StatementPage from './pages/StatementPage.tsx';
import TopicPage from './pages/TopicPage.tsx';
import { Coming } from './parts/Ask.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { KeyField } from './parts/KeyField.tsx';
import { LanguageChoice } from './parts/LanguageChoice.tsx';
import { Legend } from './parts/Marks.tsx';
import { SearchBox } from './parts/SearchBox.tsx';

const Pictures = lazy(() => import('./pictures/Pictures.tsx'));
const RecordPage = lazy(() => import('./record/RecordPage.tsx'));
const ReviewPage = lazy(() => import('./review/ReviewPage.tsx'));

/** The page of each type of thing. */
const PAGES: Partial<Record<PageName, (props: { of: string }) => React.ReactNode>> = {
  meeting: MeetingPage,
  official: OfficialPage,
  country: CountryPage,
  organization: OrganizationPage,
  post: PostPage,
  place: PlacePage,
  document: DocumentPage,
  statement: StatementPage,
  development: DevelopmentPage,
  topic: TopicPage,
  claim: ClaimPage,
};

/** The lists, by their names in addresses, and what is found for words. */
const LISTS: Record<string, React.ComponentType> = {
  meetings: MeetingList,
  officials: OfficialList,
  countries: CountryList,
  organizations: OrganizationList,
  posts: PostList,
  places: PlaceList,
  documents: DocumentList,
  statements: StatementList,
  search: SearchPage,
};

function ThingPage({ page, rest }: { page: string; rest: string }) {
  const View = PAGES[page as PageName];
  if (View === undefined) return <NotFound what="view" sought={`${page}/${rest}`} />;
  const of = refOf(page as PageName, decodeURIComponent(rest));
  return <View key={of} of={of} />;
}

/** What is no view may be a key, as it stands elsewhere. */
function UnknownPage({ rest }: { rest: string }) {
  const address = pagePathOfKey(rest);
  return address === null ? <NotFound what="view" sought={rest} /> : <Redirect to={address} replace />;
}

/** The explorer: a head with search and settings, and the view that the address says. */
export function Explorer() {
  const [language, setLanguage] = useState(preferredLanguage);
  const [address] = useLocation();
  const choose = (tag: ReadersLanguage) => {
    rememberLanguage(tag);
    setLanguage(tag);
  };
  return (
    <LanguageContext value={language}>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="top">
        <Link className="brand" href="/explore">
          <img src="/explore/assets/favicon.svg" alt="" width="22" height="22" /> Chancery
        </Link>
        <SearchBox />
        <nav aria-label="Main">
          <Link href="/explore/meetings">Meetings</Link>
          <Link href="/explore/officials">People</Link>
          <Link href="/explore/pictures">Pictures</Link>
          <Link href="/explore/record">Record</Link>
        </nav>
        <div className="settings">
          <LanguageChoice language={language} onChoose={choose} />
          <KeyField />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <ErrorBoundary of={address}>
          <Suspense fallback={<Coming />}>
            <Switch>
              <Route path="/explore" component={HomePage} />
              {Object.entries(LISTS).map(([list, View]) => (
                <Route key={list} path={`/explore/${list}`} component={View} />
              ))}
              <Route path="/explore/pictures/*?" component={Pictures} />
              <Route path="/explore/record" component={RecordPage} />
              <Route path="/explore/review/:list?">{({ list }) => <ReviewPage key={list} list={list} />}</Route>
              <Route path="/explore/:page/*">{({ page, '*': rest }) => <ThingPage page={page} rest={rest} />}</Route>
              <Route path="/explore/*?">
                {({ '*': rest }) => <UnknownPage rest={decodeURIComponent(rest ?? '')} />}
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
      <footer className="bottom">
        <Legend />
        <p>
          Chancery: who met whom in defence diplomacy, on whose word. Data: each fact with its source. Ask for more in
          the <a href="/">playground</a>.
        </p>
      </footer>
    </LanguageContext>
  );
}
