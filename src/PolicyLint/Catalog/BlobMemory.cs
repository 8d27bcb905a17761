using System.Reflection;

namespace PolicyLint.Catalog;

/// <summary>
/// Bytes that stay where they are: an embedded resource where the loader mapped it, so that nothing is copied and only the
/// pages that are looked at are read from disk, or a pinned copy of other bytes. The one place of the core with a pointer
/// in it, for a span from a pointer costs the hot path nothing.
/// </summary>
internal sealed unsafe class BlobMemory
{
    // Keeps the mapping of the assembly, or the pinned array, alive.
    private readonly object _owner;
    private readonly byte* _start;
    private readonly int _length;

    private BlobMemory(object owner, byte* start, int length)
    {
        _owner = owner;
        _start = start;
        _length = length;
    }

    public ReadOnlySpan<byte> Bytes => new(_start, _length);

    public static BlobMemory CopyOf(ReadOnlySpan<byte> bytes)
    {
        byte[] pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        fixed (byte* start = pinned)
            return new BlobMemory(pinned, start, pinned.Length);
    }

    /// <summary>The content of a resource of this assembly.</summary>
    public static BlobMemory OfResource(string name)
    {
        Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The resource {name} is missing from the assembly of PolicyLint.");
        if (stream is UnmanagedMemoryStream mapped)
            return new BlobMemory(mapped, mapped.PositionPointer, checked((int)mapped.Length));

        using (stream)
        {
            byte[] copy = new byte[stream.Length];
            stream.ReadExactly(copy);
            return CopyOf(copy);
        }
    }
}
