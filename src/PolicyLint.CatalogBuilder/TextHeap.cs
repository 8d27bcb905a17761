using System.Text;
using PolicyLint.Catalog;

namespace PolicyLint.CatalogBuilder;

/// <summary>
/// Packs texts into one run of bytes, each once, and a text that is part of another not at all: <c>ListTags</c> lies in
/// <c>ListTagsForResource</c>. All texts must be known before the first is placed, so they are collected first.
/// </summary>
internal sealed class TextHeap
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _references = new(StringComparer.Ordinal);
    private byte[] _bytes = [];

    public ReadOnlySpan<byte> Bytes => _bytes;

    public void Collect(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > CatalogLayout.MaxTextLength)
            throw new InvalidOperationException($"a text is longer than the layout allows: {text}");

        _texts.Add(text);
    }

    public void Pack()
    {
        // One byte of padding, for reference 0 is the empty text.
        List<byte> heap = [0];
        foreach (string text in _texts.OrderByDescending(text => text.Length).ThenBy(text => text, StringComparer.Ordinal))
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            if (utf8.Length == 0)
            {
                _references[text] = 0;
                continue;
            }

            int offset = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(heap).IndexOf(utf8);
            if (offset < 0)
            {
                offset = heap.Count;
                heap.AddRange(utf8);
            }

            if (offset > CatalogLayout.MaxTextOffset)
                throw new InvalidOperationException("the texts are more than the layout can address");

            _references[text] = CatalogLayout.TextRef(offset, utf8.Length);
        }

        _bytes = [.. heap];
    }

    public uint this[string text] => _references[text];
}
