using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PolicyLint.AccessAnalyzer.Caching;

/// <summary>How an answer is kept, and what must be true of it.</summary>
internal abstract class AnswerForm<T>
{
    /// <summary>Reads a kept answer. One that is damaged is none.</summary>
    public bool TryRead(ReadOnlyMemory<byte> kept, [NotNullWhen(true)] out T? answer)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(kept);
            answer = Read(json.RootElement)!;
            Demand(answer);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            answer = default;
            return false;
        }
    }

    /// <summary>Writes an answer for keeping.</summary>
    public ReadOnlyMemory<byte> Write(T answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, answer);

        return buffer.WrittenMemory;
    }

    /// <summary>Throws where an answer, whoever gave it, is not whole.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public abstract void Demand(T answer);

    protected abstract void Write(Utf8JsonWriter json, T answer);

    protected abstract T Read(JsonElement json);
}

/// <summary>An answer of CheckAccessNotGranted: <c>true</c> where the access is granted.</summary>
internal sealed class GrantAnswer : AnswerForm<bool>
{
    public static GrantAnswer Form { get; } = new();

    public override void Demand(bool answer)
    {
    }

    protected override void Write(Utf8JsonWriter json, bool answer) => json.WriteBooleanValue(answer);

    protected override bool Read(JsonElement json) => json.GetBoolean();
}
