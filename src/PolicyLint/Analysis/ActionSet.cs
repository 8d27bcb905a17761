using System.Collections;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>
/// A set of actions: ordinals of the catalogue, with the phantoms that stand for actions and services the catalogue
/// does not have. Immutable, kept as sorted disjoint half-open ranges, so that <c>sagemaker:*</c> is one range and
/// every operation is one pass over the bounds of both sets.
/// </summary>
public sealed class ActionSet : IEquatable<ActionSet>, IEnumerable<int>
{
    // Where membership changes: in at even places, out at odd ones.
    private readonly int[] _bounds;

    internal ActionSet(int[] bounds) => _bounds = bounds;

    /// <summary>The set without actions.</summary>
    public static ActionSet Empty { get; } = new([]);

    /// <summary>Whether no action is in the set.</summary>
    public bool IsEmpty => _bounds.Length == 0;

    /// <summary>The number of actions, phantoms included.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            for (int i = 0; i < _bounds.Length; i += 2)
                count += _bounds[i + 1] - _bounds[i];

            return count;
        }
    }

    internal ReadOnlySpan<int> Bounds => _bounds;

    /// <summary>Every action of every service, known to the catalogue or not.</summary>
    public static ActionSet All(ServiceCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return FromRange(0, catalog.OrdinalCount);
    }

    /// <summary>The actions from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is negative.</exception>
    public static ActionSet FromRange(int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, first);
        return first == end ? Empty : new([first, end]);
    }

    /// <summary>The actions of either set.</summary>
    public ActionSet Union(ActionSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.IsEmpty ? this : IsEmpty ? other : Combine(other, Operation.Union);
    }

    /// <summary>The actions of both sets.</summary>
    public ActionSet Intersect(ActionSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEmpty || other.IsEmpty ? Empty : Combine(other, Operation.Intersect);
    }

    /// <summary>The actions of this set that are not in the other.</summary>
    public ActionSet Except(ActionSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEmpty || other.IsEmpty ? this : Combine(other, Operation.Except);
    }

    /// <summary>Every action that is not in this set.</summary>
    public ActionSet Complement(ServiceCatalog catalog) => All(catalog).Except(this);

    /// <summary>Whether the action is in the set.</summary>
    public bool Contains(int ordinal)
    {
        int place = _bounds.AsSpan().BinarySearch(ordinal);
        return ((place >= 0 ? place + 1 : ~place) & 1) != 0;
    }

    /// <summary>Whether every action of the other set is in this one.</summary>
    public bool IsSupersetOf(ActionSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !new Sweep(other._bounds, _bounds, Operation.Except).MoveNext();
    }

    /// <summary>Whether an action is in both sets.</summary>
    public bool Overlaps(ActionSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Sweep(_bounds, other._bounds, Operation.Intersect).MoveNext();
    }

    /// <summary>Whether the sets hold the same actions.</summary>
    public bool Equals(ActionSet? other) => other is not null && _bounds.AsSpan().SequenceEqual(other._bounds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActionSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int bound in _bounds)
            hash.Add(bound);

        return hash.ToHashCode();
    }

    /// <summary>Goes through the ordinals in ascending order without allocating.</summary>
    public Enumerator GetEnumerator() => new(_bounds);

    IEnumerator<int> IEnumerable<int>.GetEnumerator()
    {
        foreach (int ordinal in this)
            yield return ordinal;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<int>)this).GetEnumerator();

    private ActionSet Combine(ActionSet other, Operation operation)
    {
        Span<int> onStack = stackalloc int[128];
        int most = _bounds.Length + other._bounds.Length;
        Span<int> bounds = most <= onStack.Length ? onStack : new int[most];
        int count = 0;
        var sweep = new Sweep(_bounds, other._bounds, operation);
        while (sweep.MoveNext())
            bounds[count++] = sweep.Current;

        return count == 0 ? Empty : new(bounds[..count].ToArray());
    }

    // A truth table: bit (in left) + 2 × (in right).
    private enum Operation
    {
        Except = 0b0010,
        Intersect = 0b1000,
        Union = 0b1110,
    }

    /// <summary>Goes through the places where membership in the result changes.</summary>
    private ref struct Sweep(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Operation operation)
    {
        private readonly ReadOnlySpan<int> _left = left;
        private readonly ReadOnlySpan<int> _right = right;
        private int _nextLeft;
        private int _nextRight;
        private bool _inside;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_nextLeft < _left.Length || _nextRight < _right.Length)
            {
                int atLeft = _nextLeft < _left.Length ? _left[_nextLeft] : int.MaxValue;
                int atRight = _nextRight < _right.Length ? _right[_nextRight] : int.MaxValue;
                Current = Math.Min(atLeft, atRight);
                if (atLeft == Current)
                    _nextLeft++;

                if (atRight == Current)
                    _nextRight++;

                bool inside = (((int)operation >> ((_nextLeft & 1) + (2 * (_nextRight & 1)))) & 1) != 0;
                if (inside != _inside)
                {
                    _inside = inside;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Goes through the ordinals of a set in ascending order.</summary>
    public struct Enumerator
    {
        private readonly int[] _bounds;
        private int _range;

        internal Enumerator(int[] bounds)
        {
            _bounds = bounds;
            _range = -2;
            Current = -1;
        }

        /// <summary>The ordinal.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next ordinal.</summary>
        public bool MoveNext()
        {
            if (_range >= 0 && Current + 1 < _bounds[_range + 1])
            {
                Current++;
                return true;
            }

            _range += 2;
            if (_range >= _bounds.Length)
                return false;

            Current = _bounds[_range];
            return true;
        }
    }
}
