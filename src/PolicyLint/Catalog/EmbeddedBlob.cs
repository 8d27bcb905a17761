using System.Buffers;
using System.Reflection;

namespace PolicyLint.Catalog;

/// <summary>
/// The bytes of an embedded resource where the loader mapped them: nothing is copied, and only the pages that are looked at
/// are read from disk. The one place of the core with a pointer in it.
/// </summary>
internal sealed unsafe class EmbeddedBlob : MemoryManager<byte>
{
    // Keeps the assembly, and so the mapping, alive.
    private readonly UnmanagedMemoryStream _stream;
    private readonly byte* _start;
    private readonly int _length;

    private EmbeddedBlob(UnmanagedMemoryStream stream)
    {
        _stream = stream;
        _start = stream.PositionPointer;
        _length = checked((int)stream.Length);
    }

    /// <summary>The content of a resource of this assembly.</summary>
    public static ReadOnlyMemory<byte> Open(string name)
    {
        Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The resource {name} is missing from the assembly of PolicyLint.");
        if (stream is UnmanagedMemoryStream mapped)
            return new EmbeddedBlob(mapped).Memory;

        byte[] copy = new byte[stream.Length];
        stream.ReadExactly(copy);
        return copy;
    }

    public override Span<byte> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stream.Dispose();
    }
}
