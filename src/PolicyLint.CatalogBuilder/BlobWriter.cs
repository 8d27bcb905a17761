using System.Buffers.Binary;
using System.Text;
using PolicyLint.Catalog;
using static PolicyLint.Catalog.CatalogLayout;

namespace PolicyLint.CatalogBuilder;

/// <summary>Writes a model as a blob laid out as <see cref="CatalogLayout"/> says. The same model always gives the same bytes.</summary>
public sealed class BlobWriter
{
    private readonly CatalogModel _model;
    private readonly TextHeap _texts = new();
    private readonly RecordWriter[] _sections = [.. Enum.GetValues<Section>().Where(section => section != Section.Count).Select(section => new RecordWriter(section))];
    private readonly ListPool _pool = new();
    private readonly KeyTable _keys;
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Service, string Type), int> _types = [];
    private readonly Dictionary<(int, int, int), int> _targets = [];
    private readonly Dictionary<(int, int, int, int, int), int> _shapes = [];

    private BlobWriter(CatalogModel model)
    {
        _model = model;
        _keys = new KeyTable(model);
    }

    public static byte[] Write(CatalogModel model)
    {
        var writer = new BlobWriter(model);
        writer.Sort();
        writer.CollectTexts();
        writer.Number();
        writer.WriteServices();
        writer.WriteResourceTypes();
        writer.WriteArnServices();
        writer.WriteActions();
        writer.WriteKeys();
        writer.WritePrefixes();
        return writer.Assemble();
    }

    private void Sort()
    {
        _model.Services.Sort((left, right) => string.CompareOrdinal(left.Prefix, right.Prefix));
        foreach (ServiceModel service in _model.Services)
        {
            service.Actions.Sort((left, right) => string.CompareOrdinal(left.Name.ToLowerInvariant(), right.Name.ToLowerInvariant()));
            service.ResourceTypes.Sort((left, right) => string.CompareOrdinal(left.Name.ToLowerInvariant(), right.Name.ToLowerInvariant()));
        }

        _model.PrefixNotes.Sort((left, right) => string.CompareOrdinal(left.Prefix, right.Prefix));
    }

    private void CollectTexts()
    {
        foreach (ServiceModel service in _model.Services)
        {
            _texts.Collect(service.Prefix);
            _texts.Collect(service.Name);
            service.Actions.ForEach(action => _texts.Collect(action.Name));
            foreach (ResourceTypeModel type in service.ResourceTypes)
            {
                _texts.Collect(type.Name);
                foreach ((string head, string tail) in type.Arns.Select(SplitArn))
                {
                    _texts.Collect(head);
                    _texts.Collect(tail);
                    _texts.Collect(ServiceOf(head) ?? "");
                }
            }
        }

        foreach (KeyModel key in _keys.Keys)
            _texts.Collect(key.Name);

        foreach (PrefixNote note in _model.PrefixNotes)
        {
            _texts.Collect(note.Prefix);
            _texts.Collect(note.Replacement ?? "");
            _texts.Collect(note.Note);
        }

        _model.Operations.ForEach(pair => _texts.Collect(pair.Operation.Split(':')[1]));
        _model.KeyPrefixes.ForEach(pair => _texts.Collect(pair.Prefix));
        _model.Partitions.ForEach(_texts.Collect);
        _texts.Pack();
    }

    private void Number()
    {
        int ordinal = 0;
        int type = 0;
        foreach (ServiceModel service in _model.Services)
        {
            foreach (ActionModel action in service.Actions)
                _ordinals.Add($"{service.Prefix}:{action.Name}", ordinal++);

            ordinal++;
            foreach (ResourceTypeModel resourceType in service.ResourceTypes)
                _types.Add((service.Prefix, resourceType.Name), type++);
        }
    }

    private void WriteServices()
    {
        var slots = new SlotTable(_model.Services.Count);
        int ordinal = 0;
        int type = 0;
        foreach (ServiceModel service in _model.Services)
        {
            int end = ordinal + service.Actions.Count + 1;
            int record = At(Section.Services)
                .U32(_texts[service.Prefix])
                .U32(_texts[service.Name])
                .U32((uint)ordinal)
                .U32((uint)end)
                .U16(type)
                .U16(service.ResourceTypes.Count)
                .U16(_pool.Add(service.Keys.Select(key => _keys.NumberOf(key)).Order()))
                .U16((int)(service.SupportsRcp ? ServiceFlags.SupportsRcp : 0))
                .End();
            slots.Add(HashOfName(Encoding.UTF8.GetBytes(service.Prefix)), record);
            ordinal = end;
            type += service.ResourceTypes.Count;
        }

        WriteSlots(Section.ServiceSlots, slots);
    }

    private void WriteResourceTypes()
    {
        for (int i = 0; i < _model.Services.Count; i++)
        {
            foreach (ResourceTypeModel type in _model.Services[i].ResourceTypes)
            {
                At(Section.ResourceTypes)
                    .U32(_texts[type.Name])
                    .U16(At(Section.Arns).Count)
                    .U16(type.Arns.Count)
                    .U16(KeyList(_model.Services[i], type.Keys))
                    .U16(i)
                    .End();
                foreach ((string head, string tail) in type.Arns.Select(SplitArn))
                    At(Section.Arns).U32(_texts[head]).U32(_texts[tail]).End();
            }
        }
    }

    // A placeholder is no name.
    private void WriteArnServices()
    {
        var types = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (ServiceModel service in _model.Services)
        {
            foreach (ResourceTypeModel type in service.ResourceTypes)
            {
                foreach (string arn in type.Arns)
                {
                    if (ServiceOf(arn) is not { } name)
                        continue;

                    types.TryAdd(name, []);
                    types[name].Add(_types[(service.Prefix, type.Name)]);
                }
            }
        }

        var slots = new SlotTable(types.Count);
        foreach ((string name, SortedSet<int> ofName) in types)
            slots.Add(HashOfName(Encoding.UTF8.GetBytes(name)), At(Section.ArnServices).U32(_texts[name]).U16(_pool.Add(ofName)).End());

        WriteSlots(Section.ArnServiceSlots, slots);
    }

    private void WriteActions()
    {
        var slots = new SlotTable(_ordinals.Count);
        for (int i = 0; i < _model.Services.Count; i++)
        {
            ServiceModel service = _model.Services[i];
            foreach (ActionModel action in service.Actions)
            {
                int ordinal = At(Section.Actions).U32(_texts[action.Name]).U16(i).U16(ShapeOf(service, action)).End();
                slots.Add(HashOfName(Encoding.UTF8.GetBytes(action.Name), (uint)i), ordinal);
            }

            At(Section.Actions).U32(0).U16(i).U16(0).End();
        }

        At(Section.Actions).U32(0).U16(NoService).U16(0).End();
        WriteSlots(Section.ActionSlots, slots);
    }

    private int ShapeOf(ServiceModel service, ActionModel action)
    {
        ShapeFlags flags = (ShapeFlags)action.Level
            | (action.IsPermissionOnly ? ShapeFlags.PermissionOnly : 0)
            | (action.HasAlternativeTargets ? ShapeFlags.AlternativeTargets : 0);
        int targets = _pool.Add(action.Targets.Select(target => TargetOf(service, action, target)));
        int keys = KeyList(service, action.Keys);
        int dependents = _pool.Add(action.Dependents.Select(name => _ordinals.TryGetValue(name, out int ordinal)
            ? ordinal
            : throw new CatalogSourceException(service.Prefix, 0, $"{action.Name} needs {name}, which is not in the catalogue")).Order());
        var shape = ((int)flags, (int)action.Risk, targets, keys, dependents);
        if (!_shapes.TryGetValue(shape, out int number))
        {
            number = At(Section.Shapes).U8((int)flags).U8((int)action.Risk).U16(targets).U16(keys).U16(dependents).End();
            _shapes.Add(shape, number);
        }

        return number;
    }

    private int TargetOf(ServiceModel service, ActionModel action, TargetModel target)
    {
        if (!_types.TryGetValue((service.Prefix, target.Type), out int type))
            throw new CatalogSourceException(service.Prefix, 0, $"{action.Name} is on {target.Type}, which the service does not define");

        var record = (type, KeyList(service, target.Keys), (int)(target.IsRequired ? TargetFlags.Required : 0));
        if (!_targets.TryGetValue(record, out int number))
        {
            number = At(Section.Targets).U16(record.type).U16(record.Item2).U16(record.Item3).End();
            _targets.Add(record, number);
        }

        return number;
    }

    private void WriteKeys()
    {
        var slots = new SlotTable(_keys.Keys.Count);
        foreach ((KeyModel key, int number) in _keys.Keys.Select((key, number) => (key, number)))
        {
            KeyFlags flags = (_keys.IsGlobal(key) ? KeyFlags.Global : 0) | (KeyTable.IsTemplate(key) ? KeyFlags.Template : 0);
            At(Section.Keys).U32(_texts[key.Name]).U8((int)key.Type).U8((int)flags).End();
            if (!KeyTable.IsTemplate(key) && _keys.IsPreferred(key))
                slots.Add(HashOf(key.Name), number);
        }

        WriteSlots(Section.KeySlots, slots);
        KeyModel[] templates = [.. _keys.Templates];
        var templateSlots = new SlotTable(templates.Length);
        foreach (KeyModel template in templates)
        {
            At(Section.Templates).U16(_keys.NumberOf(template)).End();
            templateSlots.Add(HashOf(KeyTable.HeadOf(template)), _keys.NumberOf(template));
        }

        WriteSlots(Section.TemplateSlots, templateSlots);
    }

    private void WritePrefixes()
    {
        foreach (PrefixNote note in _model.PrefixNotes)
            At(Section.PrefixNotes)
                .U32(_texts[note.Prefix]).U32(_texts[note.Replacement ?? ""]).U32(_texts[note.Note])
                .U8((int)note.Kind).U8(note.IsStillAccepted ? 1 : 0).End();

        foreach ((string operation, string action) in _model.Operations)
        {
            string[] parts = operation.Split(':');
            At(Section.Operations).U32(_texts[parts[1]]).U16(ServiceNumber(parts[0])).U16(_ordinals[action]).End();
        }

        foreach ((string prefix, string service) in _model.KeyPrefixes)
            At(Section.KeyPrefixes).U32(_texts[prefix]).U16(ServiceNumber(service)).End();

        foreach (string partition in _model.Partitions)
            At(Section.Partitions).U32(_texts[partition]).End();
    }

    private byte[] Assemble()
    {
        foreach (byte text in _texts.Bytes)
            At(Section.Text).U8(text).End();

        foreach (int item in _pool.Items)
            At(Section.Pool).U16(item).End();

        byte[] blob = new byte[HeaderSize + _sections.Sum(section => section.Bytes.Count)];
        Magic.CopyTo(blob);
        BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(Magic.Length), Format);
        BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(LengthAt), (uint)blob.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(DateAt), (uint)_model.Origin.Date.DayNumber);
        BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(SectionCountAt), (uint)_sections.Length);
        int offset = HeaderSize;
        for (int i = 0; i < _sections.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(SectionsAt + (i * 8)), (uint)offset);
            BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(SectionsAt + (i * 8) + 4), (uint)_sections[i].Count);
            _sections[i].Bytes.ToArray().CopyTo(blob, offset);
            offset += _sections[i].Bytes.Count;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(blob.AsSpan(ChecksumAt), ChecksumOf(blob));
        return blob;
    }

    private void WriteSlots(Section section, SlotTable table)
    {
        foreach (ushort slot in table.Slots)
            At(section).U16(slot).End();
    }

    private int KeyList(ServiceModel service, IEnumerable<string> names) =>
        _pool.Add(names.Select(name => _keys.NumberOf(service, name)).Distinct().Order());

    private int ServiceNumber(string prefix) => _model.Services.FindIndex(service => service.Prefix == prefix);

    private RecordWriter At(Section section) => _sections[(int)section];

    // What stands third in arn:${Partition}:sagemaker:…; null for a placeholder, and for what is no ARN.
    private static string? ServiceOf(string arn) =>
        arn.Split(':') is [_, _, { Length: > 0 } service, _, _, ..] && service.AsSpan().IndexOfAny('$', '*') < 0 ? service : null;

    private static (string Head, string Tail) SplitArn(string arn)
    {
        int end = 0;
        for (int colons = 0; end < arn.Length && colons < 5; end++)
            colons += arn[end] == ':' ? 1 : 0;

        return (arn[..end], arn[end..]);
    }
}
