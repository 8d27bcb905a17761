using System.Collections;

namespace PolicyLint.Catalog;

/// <summary>A thing of the catalogue that lists can hold. Only the types of this namespace are.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ICatalogItem<TSelf>
    where TSelf : struct, ICatalogItem<TSelf>
{
    internal static abstract TSelf At(ServiceCatalog catalog, int index);
}

/// <summary>A list that lies in the catalogue. Enumerating it with <c>foreach</c> allocates nothing.</summary>
/// <typeparam name="T">What it holds.</typeparam>
public readonly struct CatalogList<T> : IReadOnlyList<T>
    where T : struct, ICatalogItem<T>
{
    private readonly ServiceCatalog? _catalog;
    private readonly int _start;
    private readonly bool _isPooled;

    private CatalogList(ServiceCatalog catalog, int start, int count, bool isPooled)
    {
        _catalog = catalog;
        _start = start;
        Count = count;
        _isPooled = isPooled;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the list.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return T.At(_catalog!, _isPooled ? _catalog!.Blob.ListItem(_start, index) : _start + index);
        }
    }

    internal static CatalogList<T> Range(ServiceCatalog catalog, int first, int count) => new(catalog, first, count, isPooled: false);

    internal static CatalogList<T> Pooled(ServiceCatalog catalog, int list) =>
        new(catalog, list, catalog.Blob.ListCount(list), isPooled: true);

    /// <summary>Enumerates the list.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Enumerates a <see cref="CatalogList{T}"/>.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly CatalogList<T> _list;
        private int _index;

        internal Enumerator(CatalogList<T> list)
        {
            _list = list;
            _index = -1;
        }

        /// <inheritdoc/>
        public readonly T Current => _list[_index];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _list.Count;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
