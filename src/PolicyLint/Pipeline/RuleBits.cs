using System.Numerics;
using System.Runtime.Intrinsics;

namespace PolicyLint;

/// <summary>A set of rule groups, by their numbers.</summary>
internal readonly struct RuleBits : IEquatable<RuleBits>
{
    /// <summary>Numbers are below this.</summary>
    public const int Capacity = 256;

    private const int WordBits = 64;

    private readonly Vector256<ulong> _words;

    private RuleBits(Vector256<ulong> words) => _words = words;

    public static RuleBits Of(int number) =>
        new(Vector256<ulong>.Zero.WithElement(number / WordBits, 1UL << (number % WordBits)));

    public static RuleBits operator |(RuleBits left, RuleBits right) => new(left._words | right._words);

    public static RuleBits operator &(RuleBits left, RuleBits right) => new(left._words & right._words);

    /// <summary>Those that the other set has not.</summary>
    public RuleBits Without(RuleBits other) => new(Vector256.AndNot(_words, other._words));

    public bool Equals(RuleBits other) => _words == other._words;

    public override bool Equals(object? obj) => obj is RuleBits other && Equals(other);

    public override int GetHashCode() => _words.GetHashCode();

    /// <summary>The numbers, in ascending order.</summary>
    public Enumerator GetEnumerator() => new(_words);

    public struct Enumerator(Vector256<ulong> words)
    {
        private int _word = -1;
        private ulong _rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word == Capacity / WordBits)
                    return false;

                _rest = words[_word];
            }

            Current = (_word * WordBits) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
