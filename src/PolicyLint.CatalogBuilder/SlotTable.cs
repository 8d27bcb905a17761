namespace PolicyLint.CatalogBuilder;

/// <summary>A hash table as the layout has it: linear probing, record numbers plus one, no more than 70% full.</summary>
internal sealed class SlotTable
{
    private readonly ushort[] _slots;

    public SlotTable(int records)
    {
        int size = 16;
        while (size * 7 / 10 < records)
            size *= 2;

        _slots = new ushort[size];
    }

    public IReadOnlyList<ushort> Slots => _slots;

    public void Add(uint hash, int record)
    {
        while (_slots[hash & (uint)(_slots.Length - 1)] != 0)
            hash++;

        _slots[hash & (uint)(_slots.Length - 1)] = checked((ushort)(record + 1));
    }
}
