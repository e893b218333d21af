/* Loading the shards of the index. They are classic scripts, which browsers load from a folder on
   disk too, where they refuse fetch and modules; each hands its content to digestShard. */
window.digestSearch = window.digestSearch || {};
(function (search) {
  "use strict";

  const IN_ONE_FOLDER = 500;
  const arrived = new Map();
  const underway = new Map();
  const base = document.currentScript ? document.currentScript.src.replace(/[^/]*$/, "") : "search/";

  window.digestShard = (name, value) => {
    if (name === "root")
      for (const series of ["terms", "forms", "reversed"]) value[series] = value[series] === null ? [] : value[series].split(" ");
    arrived.set(name, value);
  };

  function script(path) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = base + path;
      element.onload = () => (element.remove(), resolve());
      element.onerror = () => (element.remove(), reject(new Error(path)));
      document.head.append(element);
    });
  }

  /** The root, which names everything else. It stands in the same script as this. */
  const root = async () => arrived.get("root");

  /** What the shard of this name holds; each is loaded once. */
  async function shard(name) {
    const { folder } = await root();
    if (!arrived.has(name)) {
      if (!underway.has(name)) underway.set(name, script(`${folder}/${name}.js`));
      try {
        await underway.get(name);
      } finally {
        underway.delete(name);
      }
    }
    return arrived.get(name);
  }

  const numbered = (series, number) => shard(`${series}${Math.floor(number / IN_ONE_FOLDER)}/${number}`);

  /** Loads a stemmer, which adds itself to the page. */
  async function stemmerScript(name) {
    const { folder } = await root();
    await script(`${folder}/stem-${name}.js`);
  }

  /** The number of the last shard that begins at or before the key. */
  function shardOf(firsts, key) {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  Object.assign(search, { shards: { root, shard, numbered, stemmerScript, shardOf } });
})(window.digestSearch);
