using PolicyLint.Sources.Json;

namespace PolicyLint.Sources.CloudFormation;

/// <summary>Finds the policies of a CloudFormation or SAM template, in YAML or JSON; also of one that CDK made.</summary>
internal sealed class CloudFormationReader
{
    private const string NotKnown = "the policy is not known before deployment";

    private readonly SourceText _file;
    private readonly Template _template;
    private readonly TemplateConditions _conditions;
    private readonly List<NotEvaluated> _gaps = [];

    private CloudFormationReader(SourceText file, HostNode root)
    {
        _file = file;
        _template = new Template(file, root);
        _conditions = new TemplateConditions(_template);
    }

    /// <summary>Reads a template.</summary>
    public static SourceReading Read(SourceText file)
    {
        HostNode? root = ReadTree(file, out SourceProblem? problem);
        if (root is null)
            return new SourceReading(SourceKind.CloudFormation, [], [], [problem!]);

        var reader = new CloudFormationReader(file, root);
        return new SourceReading(SourceKind.CloudFormation, reader.Policies(), reader._gaps, []);
    }

    // CloudFormation reads JSON as YAML, which allows more of it.
    private static HostNode? ReadTree(SourceText file, out SourceProblem? problem)
    {
        if (JsonTree.Read(file, out problem) is { } json)
            return json;

        SourceProblem? asJson = problem;
        HostNode? yaml = YamlTree.Read(file, out problem);
        if (yaml is null && SourceDetector.IsJson(file))
            problem = asJson;

        return yaml;
    }

    private IEnumerable<HostedPolicy> Policies()
    {
        var search = new ScenarioSearch(_conditions, required: null);
        foreach (HostMember resource in new TemplateResolver(_template, search, Scenario.Default).Resources())
        {
            if (TemplateFunction.IsName(resource.Name))
            {
                AddGap(resource.Name, resource.Key.Span, $"the resources of {resource.Name} are not known before deployment");
                continue;
            }

            foreach (HostedPolicy policy in PoliciesOf(resource))
                yield return policy;
        }
    }

    private IEnumerable<HostedPolicy> PoliciesOf(HostMember resource)
    {
        if (resource.Value["Type"]?.Text is not { } type)
            yield break;

        string name = ResourceAddress.Of(resource);
        HostNode? properties = resource.Value["Properties"];
        var search = new ScenarioSearch(_conditions, resource.Value["Condition"]?.Text);
        var known = new ResourceMemory();
        foreach (Scenario scenario in search.Scenarios())
        {
            var resolver = new TemplateResolver(_template, search, scenario);
            foreach (PropertyValue value in ResourcePolicies.Of(type, properties, resolver, known.Places))
            {
                string address = $"{name} ({value.Path})";
                if (Read(value, address, resolver, known) is { } policy)
                    yield return policy;
            }
        }

        foreach (HostMapping policy in UnlistedPolicies.In(properties, known.Places))
            AddGap(name, policy.Opening, $"it looks like a policy, and {type} is not known to hold one there");
    }

    private HostedPolicy? Read(PropertyValue value, string address, TemplateResolver resolver, ResourceMemory known)
    {
        if (PolicyIn(value, address) is not { } node)
            return null;

        var writer = new PolicyDocumentWriter(_file, resolver) { IsOfApi = value.Property.ResourceType is "AWS::ApiGateway::RestApi" or "AWS::Serverless::Api" };
        if (value.Property.Content == PropertyContent.Statements)
            writer.WriteStatementsOnly(node);
        else
            writer.WriteDocument((HostMapping)node);

        foreach ((TextSpan place, string reason) in writer.Gaps)
            AddGap(address, place, reason);

        if (!writer.HasContent && writer.Gaps.Count > 0)
            return null;

        SourceText text = writer.ToText(address);
        return known.Add(address, text) is { } isAlternative
            ? new HostedPolicy(text, value.Property.Type, value.Property.AttachedTo) { IsAlternative = isAlternative }
            : null;
    }

    // The object that is the policy; null where none is, or it is not known.
    private HostNode? PolicyIn(PropertyValue value, string address)
    {
        PropertyContent content = value.Property.Content;
        if (TemplateText.IsUnknown(value.Value))
        {
            if (content != PropertyContent.DocumentAmongOthers)
                AddGap(address, value.Value.Span, NotKnown);

            return null;
        }

        switch (value.Value)
        {
            case HostMapping map when content == PropertyContent.DocumentAmongOthers && map["Statement"] is null:
                foreach (HostMapping policy in UnlistedPolicies.In(map, []))
                    AddGap(address, policy.Opening, "it looks like a policy, and no policy is taken in this place");

                return null;
            case HostMapping or HostSequence when content == PropertyContent.Statements:
                return value.Value;
            case HostMapping map when content == PropertyContent.OtherLanguage:
                AddGap(address, map.Opening, $"a policy of {value.Property.ResourceType} is not one that IAM evaluates");
                return null;
            case HostMapping map:
                return map;
            case HostScalar { IsString: true } text when content == PropertyContent.Document:
                return PolicyIn(text, address);
            default:
                if (content == PropertyContent.Document)
                    AddGap(address, value.Value.Span, "no policy stands here: it is neither an object nor a string");

                return null;
        }
    }

    private HostMapping? PolicyIn(HostScalar text, string address)
    {
        bool hasUnknown = text.Value.Contains(PolicyString.Unknown, StringComparison.Ordinal);
        HostNode? node = JsonTree.Read(PlacedText.OfJson(_file, text), out SourceProblem? problem);
        if (node is HostMapping map)
            return map;

        AddGap(address, problem?.Span ?? text.Span, hasUnknown ? NotKnown : $"the string is no policy: {problem?.Message ?? "its JSON is no object"}");
        return null;
    }

    private void AddGap(string address, TextSpan place, string reason)
    {
        var gap = new NotEvaluated(_file, place, "", reason, address);
        if (!_gaps.Contains(gap))
            _gaps.Add(gap);
    }
}
