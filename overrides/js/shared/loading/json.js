/** Fetch JSON data of this site that is not part of a script. */

/**
 * Fetch a JSON file, and once more when the first request is lost.
 * @param {string} address
 * @returns {Promise<any>}
 */
export function fetchJson(address) {
  const request = async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
    return answer.json();
  };
  return request().catch(request);
}
