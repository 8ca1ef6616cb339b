/** Parameters by which sites follow where a reader came from; they change nothing on the page. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(enc|mi)|ocid|cmpid|s_cid|ref_src|ref_url|spm)$/i;

/** Fragments that are addresses of pages of their own, where a script shows the pages of a site. */
const ROUTE = /^#!?\//;

/**
 * The form that all addresses of one page have in common, to compare them by: without the scheme, the case of the host, the usual
 * port, the fragment, parameters that follow readers, or a slash at the end. What is no web address stays as it is.
 */
export function normalizeAddress(address: string): string {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return address;
  const path = url.pathname.replace(/\/+$/, '');
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=', 1)[0]!));
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  const text = `${url.host}${path}${query}${ROUTE.test(url.hash) ? url.hash : ''}`;
  return text.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}
