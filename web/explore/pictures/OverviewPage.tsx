import { Link } from 'wouter';
import { Page } from '../parts/Page.tsx';
import { PICTURES, type PictureName, pictureAddress } from './all.ts';

/** All pictures, each with the question that it answers. */
export default function OverviewPage() {
  return (
    <Page
      title="Pictures"
      lead="Each has settings, which stand in its address, the same figures as a table, and can be taken away."
    >
      <ul className="pictures">
        {Object.entries(PICTURES).map(([name, { title, answers }]) => (
          <li key={name}>
            <h2>
              <Link href={pictureAddress(name as PictureName)}>{title}</Link>
            </h2>
            <p>{answers}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
