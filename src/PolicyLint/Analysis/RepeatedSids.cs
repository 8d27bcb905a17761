using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;

namespace PolicyLint.Analysis;

/// <summary>A Sid that several statements have.</summary>
/// <param name="Sid">The Sid of a later statement.</param>
/// <param name="First">The Sid of the first statement that has it.</param>
public readonly record struct RepeatedSid(PolicyString Sid, PolicyString First);

/// <summary>Finds Sids that several statements have: a table of statement numbers, found by the bytes of their Sids.</summary>
internal static class RepeatedSids
{
    public static ImmutableArray<RepeatedSid> In(ImmutableArray<StatementAccess> statements)
    {
        if (statements.Length < 2)
            return [];

        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * statements.Length));
        int[] rented = ArrayPool<int>.Shared.Rent(size);
        Span<int> slots = rented.AsSpan(0, size);
        slots.Clear();
        ImmutableArray<RepeatedSid>.Builder? repeated = null;
        for (int i = 0; i < statements.Length; i++)
        {
            if (statements[i].Statement.Sid is { HasUnknown: false } sid && !sid.Utf8.IsEmpty && FindOrAdd(slots, statements, sid, i) is { } first)
                (repeated ??= ImmutableArray.CreateBuilder<RepeatedSid>()).Add(new(sid, first));
        }

        ArrayPool<int>.Shared.Return(rented);
        return repeated?.DrainToImmutable() ?? [];
    }

    // A slot holds the number of a statement plus one; 0 is free.
    private static PolicyString? FindOrAdd(Span<int> slots, ImmutableArray<StatementAccess> statements, PolicyString sid, int number)
    {
        var hash = new HashCode();
        hash.AddBytes(sid.Utf8);
        for (int at = hash.ToHashCode(); ; at++)
        {
            ref int slot = ref slots[at & (slots.Length - 1)];
            if (slot == 0)
            {
                slot = number + 1;
                return null;
            }

            PolicyString other = statements[slot - 1].Statement.Sid!;
            if (other.Utf8.SequenceEqual(sid.Utf8))
                return other;
        }
    }
}
