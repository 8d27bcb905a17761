using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyLint;

/// <summary>
/// Builds a policy document in code. What it builds is read back by the parser, so that a built policy is held to the
/// same grammar and rules as a written one. Not thread-safe; what <see cref="Build"/> gives is.
/// </summary>
/// <example>
/// <code>
/// PolicyDocument policy = new PolicyBuilder()
///     .Allow(statement => statement
///         .Actions("sagemaker:DescribeEndpoint")
///         .Resources("arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud-*"))
///     .Build();
/// </code>
/// </example>
public sealed class PolicyBuilder
{
    // Policies are text for people: only what JSON demands is escaped.
    private static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<StatementBuilder> _statements = [];
    private string? _id;

    /// <summary>Sets the Id element. A second call replaces the first.</summary>
    /// <exception cref="ArgumentException">The text is null or has half a surrogate pair, which no JSON can carry.</exception>
    public PolicyBuilder Id(string id)
    {
        _id = ValueLists.Checked(id, nameof(id));
        return this;
    }

    /// <summary>Adds a statement that allows.</summary>
    /// <param name="build">Says what it allows.</param>
    public PolicyBuilder Allow(Action<StatementBuilder> build) => Add(Effect.Allow, build);

    /// <summary>Adds a statement that denies.</summary>
    /// <param name="build">Says what it denies.</param>
    public PolicyBuilder Deny(Action<StatementBuilder> build) => Add(Effect.Deny, build);

    /// <summary>
    /// The document, as the parser reads it. What breaks the grammar (no actions, both actions and their opposite, a principal
    /// in an identity policy…) stands in its <see cref="PolicyDocument.Problems"/>, and a linter finds it.
    /// </summary>
    /// <param name="type">The policy type; null to detect it from the content.</param>
    public PolicyDocument Build(PolicyType? type = null) => PolicyDocument.Parse(ToJson(), type);

    /// <summary>
    /// The document as JSON: Version 2012-10-17, two spaces a level, lines ending with LF. The statements stand in the order
    /// they were added; a single value stands without square brackets.
    /// </summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Format))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            if (_id is not null)
                json.WriteString("Id", _id);

            json.WriteStartArray("Statement");
            foreach (StatementBuilder statement in _statements)
                statement.WriteTo(json);

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private PolicyBuilder Add(Effect effect, Action<StatementBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var statement = new StatementBuilder(effect);
        build(statement);
        _statements.Add(statement);
        return this;
    }
}
