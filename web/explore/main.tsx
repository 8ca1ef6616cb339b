/// <reference lib="dom" />
import './style.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { answers } from './api/ask.ts';
import { Explorer } from './Explorer.tsx';

const root = document.getElementById('explore');
if (!root) throw new Error('The page has no element #explore.');
createRoot(root).render(
  <QueryClientProvider client={answers}>
    <Explorer />
  </QueryClientProvider>,
);
