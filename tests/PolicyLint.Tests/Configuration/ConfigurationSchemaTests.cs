using NJsonSchema;
using PolicyLint.TestKit;

namespace PolicyLint.Tests.Configuration;

/// <summary>The schema that editors use, held to the verdicts of the reader.</summary>
public sealed class ConfigurationSchemaTests
{
    private static JsonSchema Schema { get; } = JsonSchema.FromFileAsync(Repository.PathOf("schemas", "policylint.schema.json")).Result;

    private static IEnumerable<TestCaseData> Broken =>
        ConfigurationCases.Broken.Select(broken => new TestCaseData(broken.Markup, broken.SchemaSees).SetArgDisplayNames(broken.Markup));

    [TestCaseSource(typeof(ConfigurationCases), nameof(ConfigurationCases.Valid))]
    public void The_schema_takes_what_the_reader_takes(string text) => Schema.Validate(text).Should().BeEmpty();

    // What it cannot see is what rules, actions and keys there are, what stands twice, and what days a month has.
    [TestCaseSource(nameof(Broken))]
    public void The_schema_refuses_what_the_reader_refuses(string markup, bool schemaSees) =>
        (Schema.Validate(MarkedText.Parse(markup).Text).Count > 0).Should().Be(schemaSees);

    [Test]
    public void Every_key_of_the_schema_is_in_a_file_that_is_right()
    {
        string all = string.Concat(ConfigurationCases.Valid);
        IEnumerable<string> keys = Schema.Definitions.Values.Append(Schema).SelectMany(KeysOf).Distinct();

        keys.Where(key => !all.Contains($"\"{key}\":", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static IEnumerable<string> KeysOf(JsonSchema schema) =>
        schema.Properties.SelectMany(property => KeysOf(property.Value).Prepend(property.Key)).Concat(schema.AnyOf.SelectMany(KeysOf));
}
