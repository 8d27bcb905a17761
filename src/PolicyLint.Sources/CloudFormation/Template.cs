using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>A CloudFormation or SAM template: its sections by name.</summary>
/// <param name="file">The file.</param>
/// <param name="root">Its tree.</param>
internal sealed class Template(SourceText file, HostNode root)
{
    /// <summary>The file.</summary>
    public SourceText File { get; } = file;

    /// <summary>The parameters.</summary>
    public HostNode? Parameters { get; } = root["Parameters"];

    /// <summary>The tables of <c>Fn::FindInMap</c>.</summary>
    public HostNode? Mappings { get; } = root["Mappings"];

    /// <summary>The named conditions.</summary>
    public HostNode? Conditions { get; } = root["Conditions"];

    /// <summary>The resources.</summary>
    public HostNode? Resources { get; } = root["Resources"];

    /// <summary>A parameter; null where there is none of that name.</summary>
    public TemplateParameter? ParameterOf(string name) => Parameters?[name] is { } node ? new TemplateParameter(node) : null;

    /// <summary>The type of a resource; null where there is none of that name.</summary>
    public string? TypeOf(string logicalId) => Resources?[logicalId]?["Type"]?.Text;
}

/// <summary>A parameter of a template.</summary>
internal readonly struct TemplateParameter(HostNode node)
{
    private string Type => node["Type"]?.Text ?? "String";

    /// <summary>Whether a reference to it is a list.</summary>
    public bool IsList => Type.StartsWith("List<", StringComparison.Ordinal) || Type.Contains("<List<", StringComparison.Ordinal) || Type is "CommaDelimitedList" or "AWS::SSM::Parameter::Value<CommaDelimitedList>";

    /// <summary>
    /// What it is where nobody says otherwise; null where that is not in the template. The default of a Systems Manager parameter is
    /// the name of a value, and a secret is not looked at.
    /// </summary>
    public string? Default =>
        Type.StartsWith("AWS::SSM::Parameter::Value<", StringComparison.Ordinal) || node["NoEcho"] is HostScalar { Value: "true" or "True" }
            ? null
            : node["Default"] is HostScalar { IsNull: false } scalar ? scalar.Value : null;

    /// <summary>The values that it may have; empty where any.</summary>
    public IEnumerable<string> AllowedValues => node["AllowedValues"]?.Items.OfType<HostScalar>().Select(value => value.Value) ?? [];
}
