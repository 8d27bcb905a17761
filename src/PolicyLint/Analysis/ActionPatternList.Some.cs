using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

// The values that a rule is about.
public sealed partial class ActionPatternList
{
    /// <summary>Some of the values: goes through them without reading the others, and without allocating.</summary>
    public readonly struct SomeOfList
    {
        private readonly ActionPatternList _list;
        private readonly CatalogService? _service;
        private readonly ActionPatternKind _kind;

        internal SomeOfList(ActionPatternList list, CatalogService service)
        {
            _list = list;
            _service = service;
        }

        internal SomeOfList(ActionPatternList list, ActionPatternKind kind)
        {
            _list = list;
            _kind = kind;
        }

        /// <summary>Goes through the values.</summary>
        public SomeEnumerator GetEnumerator() => new(this);

        /// <summary>Goes through some of the values.</summary>
        public struct SomeEnumerator
        {
            private readonly ActionPatternList _list;
            private readonly int _first;
            private readonly int _end;
            private readonly int _service;
            private readonly ActionPatternKind _kind;
            private int _index = -1;

            internal SomeEnumerator(SomeOfList some)
            {
                _list = some._list;
                _kind = some._kind;
                _service = some._service?.Index ?? NoService;
                _first = some._service?.FirstOrdinal ?? 0;
                _end = some._service?.EndOrdinal ?? (some._kind == ActionPatternKind.Exact ? int.MaxValue : 0);
                if (some._service is null && !_list.Has(_kind))
                    _index = _list.Count;
            }

            /// <summary>The current value.</summary>
            public readonly ActionPattern Current => _list[_index];

            /// <summary>Goes to the next value.</summary>
            public bool MoveNext()
            {
                ReadOnlySpan<int> entries = _list._entries;
                while (++_index < entries.Length)
                {
                    int entry = entries[_index];
                    if (entry >= 0 ? entry >= _first && entry < _end : IsMeant(~entry))
                        return true;
                }

                return false;
            }

            private readonly bool IsMeant(int packed)
            {
                var kind = (ActionPatternKind)(packed & KindMask);
                if (_service == NoService)
                    return kind == _kind;

                int service = (packed >> KindBits) - 1;
                return service == _service || (service == NoService && kind is ActionPatternKind.Wildcard or ActionPatternKind.Everything);
            }
        }
    }
}
