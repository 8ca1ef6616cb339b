/// <reference lib="dom" />
import './workers.ts';
import 'graphiql/style.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import examples from 'saved-queries';
import { deepLink } from './links.ts';
import { Playground } from './Playground.tsx';

const root = document.getElementById('playground');
const first = document.getElementById('first');
if (!root || !first) throw new Error('The page has no elements #playground and #first.');
createRoot(root).render(<Playground examples={examples} link={deepLink(location.search, examples)} first={first} />);
